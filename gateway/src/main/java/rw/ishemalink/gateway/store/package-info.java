/** The door's database: what its instances share. The door opens and stays open without it. */
@NullMarked
package rw.ishemalink.gateway.store;

import org.jspecify.annotations.NullMarked;
