/** Login by phone and one-time code. Invariant: a code works once, for minutes, for a few tries, and no answer tells whether a phone is known. */
@NullMarked
package rw.ishemalink.identity.login;

import org.jspecify.annotations.NullMarked;
