/** Tokens over HTTP: refresh, logout, and the documents by which any OIDC library checks them. Invariant: an answer with a token is never cached. */
@NullMarked
package rw.ishemalink.identity.token.api;

import org.jspecify.annotations.NullMarked;
