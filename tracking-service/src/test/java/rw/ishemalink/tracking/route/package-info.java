/** Roads, arrivals and orders of stops, decided without a service. */
@NullMarked
package rw.ishemalink.tracking.route;

import org.jspecify.annotations.NullMarked;
