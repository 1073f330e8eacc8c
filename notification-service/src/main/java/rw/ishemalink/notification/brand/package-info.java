/** Whose name, colours and addresses messages carry, kept from tenant.events. */
@NullMarked
package rw.ishemalink.notification.brand;

import org.jspecify.annotations.NullMarked;
