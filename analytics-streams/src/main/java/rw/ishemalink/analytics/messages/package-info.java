/** Which messages were sent about a booking, for its timeline. Invariant: neither whom they went to nor what they say is kept. */
@NullMarked
package rw.ishemalink.analytics.messages;

import org.jspecify.annotations.NullMarked;
