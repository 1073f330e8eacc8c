/** Devices over REST, and what they say in the words of Traccar Client. */
@NullMarked
package rw.ishemalink.tracking.device.api;

import org.jspecify.annotations.NullMarked;
