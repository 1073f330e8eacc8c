/** How to reach drivers, kept from fleet.events. */
@NullMarked
package rw.ishemalink.notification.driver;

import org.jspecify.annotations.NullMarked;
