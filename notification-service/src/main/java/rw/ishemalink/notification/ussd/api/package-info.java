/** The address that the USSD gateway calls. Invariant: who does not know the secret learns nothing, not even that it is there. */
@NullMarked
package rw.ishemalink.notification.ussd.api;

import org.jspecify.annotations.NullMarked;
