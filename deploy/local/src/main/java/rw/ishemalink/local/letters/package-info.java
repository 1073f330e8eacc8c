/** What consumers could not read or handle. Invariant: a letter is replayed once, and shown until then. */
@NullMarked
package rw.ishemalink.local.letters;

import org.jspecify.annotations.NullMarked;
