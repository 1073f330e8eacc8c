/** Login over HTTP. Invariant: asking for a code is answered the same way for every phone. */
@NullMarked
package rw.ishemalink.identity.login.api;

import org.jspecify.annotations.NullMarked;
