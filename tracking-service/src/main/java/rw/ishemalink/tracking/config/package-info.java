/** The settings of this service, typed and documented. */
@NullMarked
package rw.ishemalink.tracking.config;

import org.jspecify.annotations.NullMarked;
