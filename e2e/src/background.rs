//! What browsers ask their makers for of their own accord, so that it is not laid at the page's door. Whole hosts,
//! none of which a page would ask for fonts, tiles or numbers; any other host counts as the page's.

use crate::site::Hit;

/// Updates, accounts, start pages, settings, lists of bad sites and whether there is a network: not all can be
/// switched off in a released browser.
const HOSTS: [&str; 17] = [
    "accounts.google.com",
    "android.clients.google.com",
    "aus5.mozilla.org",
    "clients2.google.com",
    "clientservices.googleapis.com",
    "content-autofill.googleapis.com",
    "content-signature-2.cdn.mozilla.net",
    "detectportal.firefox.com",
    "firefox-settings-attachments.cdn.mozilla.net",
    "firefox.settings.services.mozilla.com",
    "incoming.telemetry.mozilla.org",
    "optimizationguide-pa.googleapis.com",
    "push.services.mozilla.com",
    "redirector.gvt1.com",
    "safebrowsing.googleapis.com",
    "start.duckduckgo.com",
    "update.googleapis.com",
];

/// Whether the browser asked, not the page.
pub(crate) fn is_background(hit: &Hit) -> bool {
    let address = hit.address.split_once("://").map_or(hit.address.as_str(), |(_, rest)| rest);
    let host = address.split(['/', ':']).next().unwrap_or_default();
    HOSTS.binary_search(&host).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, background: bool) {
        let hit = Hit { method: "GET".to_owned(), address: address.to_owned() };
        assert_eq!(is_background(&hit), background, "{address}");
    }

    #[test]
    fn only_known_hosts_are_background() {
        assert!(HOSTS.is_sorted());
        check("accounts.google.com:443", true);
        check("http://update.googleapis.com/service/update2", true);
        check("fonts.googleapis.com:443", false);
        check("http://example.org/update.googleapis.com", false);
        check("/accounts.google.com", false);
        check("/", false);
    }
}
