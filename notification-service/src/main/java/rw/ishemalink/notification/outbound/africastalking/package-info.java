/** SMS by Africa's Talking. */
@NullMarked
package rw.ishemalink.notification.outbound.africastalking;

import org.jspecify.annotations.NullMarked;
