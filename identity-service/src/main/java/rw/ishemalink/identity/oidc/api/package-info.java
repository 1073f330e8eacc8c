/** OAuth 2.0 and OpenID Connect over HTTP. Invariant: tokens and pages are never cached, and a browser is sent only to addresses that were registered. */
@NullMarked
package rw.ishemalink.identity.oidc.api;

import org.jspecify.annotations.NullMarked;
