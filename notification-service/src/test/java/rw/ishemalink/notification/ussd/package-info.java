/** Tests of the menu: every screen, every way, and a dialogue by HTTP. */
@NullMarked
package rw.ishemalink.notification.ussd;

import org.jspecify.annotations.NullMarked;
