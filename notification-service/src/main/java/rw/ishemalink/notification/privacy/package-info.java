/** What the law gives people whom we write to. Invariant: who was forgotten gets no message and leaves no address. */
@NullMarked
package rw.ishemalink.notification.privacy;

import org.jspecify.annotations.NullMarked;
