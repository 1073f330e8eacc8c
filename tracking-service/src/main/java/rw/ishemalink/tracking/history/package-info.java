/**
 * Where vehicles were. Invariant: each fix that the topic has is kept, in the hour in which it was taken, however late it
 * came; and is read once, however often it was sent or written.
 */
@NullMarked
package rw.ishemalink.tracking.history;

import org.jspecify.annotations.NullMarked;
