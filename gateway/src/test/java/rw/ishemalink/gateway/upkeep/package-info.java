@NullMarked
package rw.ishemalink.gateway.upkeep;

import org.jspecify.annotations.NullMarked;
