/** What holds for every request, whoever it is for: its size, where it was sent from, the headers of its answer. */
@NullMarked
package rw.ishemalink.gateway.edge;

import org.jspecify.annotations.NullMarked;
