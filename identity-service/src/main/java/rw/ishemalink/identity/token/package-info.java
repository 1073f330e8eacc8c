/** Access and refresh tokens and the keys behind them. Invariant: a refresh token works once, and a token that was signed can be checked by anyone with the published keys. */
@NullMarked
package rw.ishemalink.identity.token;

import org.jspecify.annotations.NullMarked;
