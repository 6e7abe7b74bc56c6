//! nginx and Caddy on a free port, with the configuration of the package. No rights of root are needed.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use learning_cities_e2e::environment;
use xtask::package::Host;

/// Both listen within a second; on a busy machine it may take more.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long between two looks whether it listens.
const PAUSE: Duration = Duration::from_millis(20);

/// A server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Program {
    Nginx,
    Caddy,
}

impl Program {
    pub(crate) fn host(self) -> Host {
        match self {
            Self::Nginx => Host::Nginx,
            Self::Caddy => Host::Caddy,
        }
    }
}

/// A running server; it ends when dropped.
pub(crate) struct Running {
    process: Child,
    pub(crate) port: u16,
}

impl Running {
    /// Starts a server on a package, with what it writes in another folder.
    pub(crate) fn start(program: Program, package: &Path, folder: &Path) -> Self {
        let port = free_port();
        let mut command = match program {
            Program::Nginx => nginx(package, folder, port),
            Program::Caddy => caddy(package, folder, port),
        };
        let log = folder.join("log.txt");
        let file = File::create(&log).unwrap();
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(file);
        let mut process = command.spawn().unwrap();
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let has_ended = process.try_wait().unwrap().is_some();
            if has_ended || started.elapsed() > PATIENCE {
                let _ = process.kill();
                panic!("{program:?}: {}", fs::read_to_string(&log).unwrap());
            }
            thread::sleep(PAUSE);
        }
        Self { process, port }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has no children: nginx runs without its master process.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The site's configuration as it is in the package, with the lines changed that README.txt names.
fn changed(configuration: &Path, changes: &[(&str, String)]) -> String {
    let mut text = fs::read_to_string(configuration).unwrap();
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from} in {text}");
        text = text.replace(from, to);
    }
    text
}

fn nginx(package: &Path, folder: &Path, port: u16) -> Command {
    let site = package.join("site").display().to_string();
    let configuration = changed(
        &package.join("nginx/learning-cities.conf"),
        &[
            ("listen 80;", format!("listen 127.0.0.1:{port};")),
            ("root /var/www/learning-cities;", format!("root {site};")),
        ],
    );
    fs::write(folder.join("learning-cities.conf"), configuration).unwrap();
    let snippet = "snippets/learning-cities-brotli.conf";
    fs::create_dir(folder.join("snippets")).unwrap();
    fs::copy(package.join("nginx").join(snippet), folder.join(snippet)).unwrap();
    let module = environment::path("NGINX_BROTLI").unwrap();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("{name}_temp_path {name};\n"))
        .concat();
    let main = format!(
        "load_module {};\ndaemon off;\nmaster_process off;\npid nginx.pid;\nerror_log stderr;\n\
         events {{}}\nhttp {{\naccess_log off;\n{temporary}include learning-cities.conf;\n}}\n",
        module.display()
    );
    fs::write(folder.join("nginx.conf"), main).unwrap();
    let mut command = Command::new(environment::path("NGINX").unwrap());
    command.arg("-e").arg("stderr");
    command.arg("-p").arg(folder).args(["-c", "nginx.conf"]);
    command
}

fn caddy(package: &Path, folder: &Path, port: u16) -> Command {
    let site = package.join("site").display().to_string();
    let configuration = changed(
        &package.join("Caddyfile"),
        &[
            ("\n:80 {", format!("\nhttp://127.0.0.1:{port} {{")),
            (
                "root * /var/www/learning-cities\n",
                format!("root * {site}\n"),
            ),
        ],
    );
    let whole = format!("{{\n\tadmin off\n\tauto_https off\n}}\n{configuration}");
    let path = folder.join("Caddyfile");
    fs::write(&path, whole).unwrap();
    let mut command = Command::new(environment::path("CADDY").unwrap());
    command.args(["run", "--adapter", "caddyfile", "--config"]);
    command.arg(path).env("HOME", folder);
    command
        .env("XDG_DATA_HOME", folder)
        .env("XDG_CONFIG_HOME", folder);
    command
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.local_addr().unwrap().port()
}
