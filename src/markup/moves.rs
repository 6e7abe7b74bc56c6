//! How a sequence becomes another by as few moves as can be: the members that stay where they stand
//! are a longest run that keeps its order.

/// The place of a number that is not in a sequence.
const NOWHERE: u32 = u32::MAX;

/// What is done to one sequence to make it another.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Moves {
    /// Members that are in the new sequence no more, in the old order.
    pub gone: Vec<u32>,
    /// For each member of the new sequence, whether it stays where it stands.
    pub stands: Vec<bool>,
    /// How many change their place; those that are new do not count.
    pub moved: usize,
}

/// The moves from one sequence of distinct members to another. Members are small numbers, as it
/// takes as much room as the highest.
///
/// ```
/// # use learning_cities::markup::moves::moves;
/// let moves = moves(&[1, 2, 3, 4], &[4, 1, 3]);
/// assert_eq!(moves.gone, [2]);
/// assert_eq!(moves.stands, [false, true, true]);
/// assert_eq!(moves.moved, 1);
/// ```
#[must_use]
pub fn moves(from: &[u32], to: &[u32]) -> Moves {
    let highest = to.iter().max().map_or(0, |highest| *highest as usize);
    let mut places = vec![NOWHERE; highest + 1];
    for (place, member) in (0..).zip(to) {
        if let Some(known) = places.get_mut(*member as usize) {
            *known = place;
        }
    }
    let (mut gone, mut staying) = (Vec::new(), Vec::new());
    for member in from {
        match places.get(*member as usize) {
            Some(place) if *place != NOWHERE => staying.push(*place),
            _ => gone.push(*member),
        }
    }
    let run = longest_run(&staying);
    let mut stands = vec![false; to.len()];
    for place in &run {
        if let Some(stands) = stands.get_mut(*place as usize) {
            *stands = true;
        }
    }
    let moved = staying.len() - run.len();
    Moves {
        gone,
        stands,
        moved,
    }
}

/// A longest increasing subsequence, from its end to its beginning.
///
/// By patience sorting: M. L. Fredman, "On computing the length of longest increasing
/// subsequences", Discrete Mathematics 11 (1975), with links back to read the run.
fn longest_run(places: &[u32]) -> Vec<u32> {
    // By length of a run: where the one ends that ends lowest.
    let mut ends: Vec<(u32, usize)> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(places.len());
    for (index, place) in places.iter().enumerate() {
        let length = ends.partition_point(|(end, _)| end < place);
        let previous = length.checked_sub(1).and_then(|at| ends.get(at));
        before.push(previous.map(|(_, index)| *index));
        match ends.get_mut(length) {
            Some(end) => *end = (*place, index),
            None => ends.push((*place, index)),
        }
    }
    let last = ends.last().map(|(_, index)| *index);
    let run = std::iter::successors(last, |index| before.get(*index).copied().flatten());
    run.filter_map(|index| places.get(index).copied()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// By length of every run that ends at each member.
    fn naive_length(places: &[u32]) -> usize {
        let mut lengths: Vec<usize> = Vec::new();
        for (index, place) in places.iter().enumerate() {
            let before = (0..index).filter(|before| places[*before] < *place);
            lengths.push(before.map(|before| lengths[before]).max().unwrap_or(0) + 1);
        }
        lengths.into_iter().max().unwrap_or(0)
    }

    #[test]
    fn nothing_moves_where_the_order_is_kept() {
        assert_eq!(moves(&[], &[]), Moves::default());
        assert_eq!(moves(&[5, 1, 9], &[5, 1, 9]).stands, [true; 3]);
        assert_eq!(moves(&[5, 1, 9], &[5, 7, 9]).stands, [true, false, true]);
        assert_eq!(moves(&[3, 2, 1], &[1, 2, 3]).moved, 2);
    }

    proptest! {
        #[test]
        fn a_run_is_in_order_and_no_longer_one_is(
            places in Just((0_u32..40).collect::<Vec<_>>()).prop_shuffle(),
            count in 0_usize..40,
        ) {
            let places = &places[..count];
            let run = longest_run(places);
            prop_assert!(run.iter().rev().is_sorted());
            prop_assert_eq!(run.len(), naive_length(places));
        }

        #[test]
        fn the_moves_lead_from_one_sequence_to_the_other(
            all in Just((0_u32..30).collect::<Vec<_>>()).prop_shuffle(),
            to in proptest::sample::subsequence((0_u32..30).collect::<Vec<_>>(), 0..30).prop_shuffle(),
            count in 0_usize..30,
        ) {
            let from = &all[..count];
            let moves = moves(from, &to);
            let kept = from.iter().filter(|member| !moves.gone.contains(member));
            prop_assert!(kept.clone().all(|member| to.contains(member)));
            prop_assert!(moves.gone.iter().all(|member| !to.contains(member)));
            let standing = to.iter().zip(&moves.stands).filter(|(_, stands)| **stands);
            let standing: Vec<&u32> = standing.map(|(member, _)| member).collect();
            let in_old_order: Vec<&u32> = kept.filter(|member| standing.contains(member)).collect();
            prop_assert_eq!(&standing, &in_old_order);
            prop_assert_eq!(moves.moved, from.len() - moves.gone.len() - standing.len());
        }
    }
}
