/** Clients that log people in or act for themselves (OAuth 2.0, OpenID Connect). Invariant: a client gets what it is registered for and the person agreed to, and a code works once. */
@NullMarked
package rw.ishemalink.identity.oidc;

import org.jspecify.annotations.NullMarked;
