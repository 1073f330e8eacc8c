package rw.ishemalink.booking.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What customs know of an export. Seals and holds are only added to and ended, never taken away. Stored as one JSON
 * document; components are added, never renamed.
 *
 * @param rctgReference number of the COMESA regional customs transit guarantee (carnet); null where none was given
 * @param seals in the order in which they were put on
 * @param holds in the order in which they were made
 * @param cleared whether customs let it go since it last came to the border
 */
public record Customs(@Nullable String rctgReference, List<Seal> seals, List<Hold> holds, boolean cleared) {

    /** Nothing yet. */
    public static final Customs NONE = new Customs(null, List.of(), List.of(), false);

    /** More seals, or more holds, than any journey has. */
    static final int MOST = 50;

    public Customs {
        seals = List.copyOf(seals);
        holds = List.copyOf(holds);
    }

    public List<Seal> listSealsInPlace() {
        return seals.stream().filter(seal -> seal.broken() == null).toList();
    }

    public List<Hold> listOpenHolds() {
        return holds.stream().filter(hold -> hold.released() == null).toList();
    }

    Optional<Seal> findSeal(String number) {
        return seals.stream().filter(seal -> seal.number().equals(number)).findFirst();
    }

    Optional<Hold> findHold(UUID holdId) {
        return holds.stream().filter(hold -> hold.holdId().equals(holdId)).findFirst();
    }

    Customs withCarnet(String reference) {
        return new Customs(reference, seals, holds, cleared);
    }

    Customs with(Seal added) {
        return new Customs(
                rctgReference, Stream.concat(seals.stream(), Stream.of(added)).toList(), holds, cleared);
    }

    Customs withChanged(Seal changed) {
        List<Seal> after = seals.stream()
                .map(seal -> seal.number().equals(changed.number()) ? changed : seal)
                .toList();
        return new Customs(rctgReference, after, holds, cleared);
    }

    Customs with(Hold added) {
        return new Customs(
                rctgReference,
                seals,
                Stream.concat(holds.stream(), Stream.of(added)).toList(),
                cleared);
    }

    Customs withChanged(Hold changed) {
        List<Hold> after = holds.stream()
                .map(hold -> hold.holdId().equals(changed.holdId()) ? changed : hold)
                .toList();
        return new Customs(rctgReference, seals, after, cleared);
    }

    Customs cleared(boolean letGo) {
        return new Customs(rctgReference, seals, holds, letGo);
    }
}
