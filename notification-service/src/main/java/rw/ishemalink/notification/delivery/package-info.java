/** What became of messages after a provider took them. Invariant: a report that overtakes our own note of the sending is not lost. */
@NullMarked
package rw.ishemalink.notification.delivery;

import org.jspecify.annotations.NullMarked;
