//! `rapport health`: asks the Rapport that runs, where there is no curl.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use anyhow::Context as _;
use reqwest::header::SERVER;
use reqwest::redirect::Policy;

use super::listener::SERVER_NAME;
use crate::config::ConfigError;

/// How long the running Rapport may take: longer than its own check of the writer.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Asks the Rapport that listens at `metrics.listen` whether it is ready. Returns its line.
///
/// # Errors
///
/// [`ConfigError::NoListen`] without an address; otherwise why Rapport is not well.
pub async fn ask(listen: Option<SocketAddr>) -> anyhow::Result<String> {
    let address = reachable(listen.ok_or(ConfigError::NoListen)?);
    let client = reqwest::Client::builder()
        .no_proxy()
        .redirect(Policy::none())
        .timeout(TIMEOUT)
        .build()?;
    let unanswered = || format!("no Rapport answers at {address} (metrics.listen)");
    let asked = client.get(format!("http://{address}/readyz")).send().await;
    let answer = asked.with_context(unanswered)?;
    let is_rapport = answer
        .headers()
        .get(SERVER)
        .is_some_and(|it| it == SERVER_NAME);
    anyhow::ensure!(
        is_rapport,
        "another program answers at {address}, not Rapport: `metrics.listen` needs an address that \
         no other program uses"
    );
    let is_ready = answer.status().is_success();
    let line = answer.text().await.with_context(unanswered)?;
    let line = line.trim();
    anyhow::ensure!(is_ready, "Rapport runs, but is not well: {line}");
    Ok(line.to_owned())
}

/// An address at which this machine reaches a listener of all its addresses.
fn reachable(listen: SocketAddr) -> SocketAddr {
    let ip = match listen.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, listen.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listener_of_all_addresses_is_asked_at_the_loopback() {
        for (listen, asked) in [
            ("0.0.0.0:9464", "127.0.0.1:9464"),
            ("[::]:9464", "[::1]:9464"),
            ("10.0.0.7:80", "10.0.0.7:80"),
        ] {
            let listen: SocketAddr = listen.parse().unwrap();
            assert_eq!(reachable(listen).to_string(), asked);
        }
    }
}
