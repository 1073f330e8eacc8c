/** Tests of identity documents. Invariant: they go through HTTP and the real database. */
@NullMarked
package rw.ishemalink.identity.kyc;

import org.jspecify.annotations.NullMarked;
