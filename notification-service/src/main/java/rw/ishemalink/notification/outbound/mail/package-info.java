/** E-mail by SMTP. */
@NullMarked
package rw.ishemalink.notification.outbound.mail;

import org.jspecify.annotations.NullMarked;
