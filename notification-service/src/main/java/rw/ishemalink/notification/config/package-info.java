/** The settings of this service, typed and documented. */
@NullMarked
package rw.ishemalink.notification.config;

import org.jspecify.annotations.NullMarked;
