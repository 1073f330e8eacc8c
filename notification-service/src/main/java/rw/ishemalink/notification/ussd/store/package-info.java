/** Sessions of the menu as they are stored: sealed, one row for each callback's answer. */
@NullMarked
package rw.ishemalink.notification.ussd.store;

import org.jspecify.annotations.NullMarked;
