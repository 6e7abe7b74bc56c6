//! The program of the browser.

fn main() {
    learning_cities::takeover::start();
}
