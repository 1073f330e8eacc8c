/** Tests of tracks. Invariant: what is read is compared with what was driven, never with what was written. */
@NullMarked
package rw.ishemalink.tracking.history;

import org.jspecify.annotations.NullMarked;
