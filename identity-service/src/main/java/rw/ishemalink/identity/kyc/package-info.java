/** How well people are identified. Invariant: nobody raises the own level, and no two levels are given by the same eyes; the database holds both. */
@NullMarked
package rw.ishemalink.identity.kyc;

import org.jspecify.annotations.NullMarked;
