/** Ways, orders of stops and arrivals over REST. */
@NullMarked
package rw.ishemalink.tracking.route.api;

import org.jspecify.annotations.NullMarked;
