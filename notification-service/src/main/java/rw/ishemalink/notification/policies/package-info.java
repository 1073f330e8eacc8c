/** Who hears what about a booking: pure decisions, one policy for each kind of listener to the story. */
@NullMarked
package rw.ishemalink.notification.policies;

import org.jspecify.annotations.NullMarked;
