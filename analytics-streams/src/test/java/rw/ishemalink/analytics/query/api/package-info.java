/** The REST side on a real broker: what is published is answered. */
@NullMarked
package rw.ishemalink.analytics.query.api;

import org.jspecify.annotations.NullMarked;
