/** Identity documents over HTTP. Invariant: a number is never shown; staff types what they see, and it is compared. */
@NullMarked
package rw.ishemalink.identity.kyc.api;

import org.jspecify.annotations.NullMarked;
