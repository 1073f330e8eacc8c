/** People to test with: they log in as anyone does, by the code that was sent. Invariant: no test shares a person with another. */
@NullMarked
package rw.ishemalink.identity.testing;

import org.jspecify.annotations.NullMarked;
