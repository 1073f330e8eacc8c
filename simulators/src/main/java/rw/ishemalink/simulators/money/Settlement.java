package rw.ishemalink.simulators.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rw.ishemalink.simulators.Problem;
import rw.ishemalink.simulators.money.Transaction.Kind;

/**
 * The settlement file of a day: a line for every operation that was decided on it, and what was planted. The form is ours, for
 * no operator documents one.
 */
public final class Settlement {

    private static final long MORE = 100;
    private static final long FOREIGN_AMOUNT = 1_000;

    private final Book book;
    private final Manner manner;
    private final int feeBasisPoints;
    private final Map<LocalDate, List<Difference>> planted = new HashMap<>();

    Settlement(Book book, Manner manner, int feeBasisPoints) {
        this.book = book;
        this.manner = manner;
        this.feeBasisPoints = feeBasisPoints;
    }

    /** The merchant's file; differences are planted into that of the configured merchant only. */
    public synchronized String csv(LocalDate day, String merchant) {
        List<SettlementLine> lines = lines(day, merchant);
        if (merchant.equals(manner.configuredMerchant())) {
            for (Difference difference : planted.getOrDefault(day, List.of())) {
                apply(difference, lines, day);
            }
        }
        return Stream.concat(Stream.of(SettlementLine.HEADER), lines.stream().map(SettlementLine::csv))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    synchronized List<Difference> planted(LocalDate day) {
        return List.copyOf(planted.getOrDefault(day, List.of()));
    }

    /** Replaces what is planted into that day; answers with the lines that were chosen. */
    synchronized List<Difference> plant(LocalDate day, List<Difference> differences) {
        List<String> free = new ArrayList<>(lines(day, manner.configuredMerchant()).stream()
                .map(SettlementLine::reference)
                .toList());
        differences.forEach(difference -> free.remove(difference.reference()));
        List<Difference> placed =
                differences.stream().map(difference -> place(difference, free)).toList();
        planted.put(day, placed);
        return placed;
    }

    synchronized void withdraw() {
        planted.clear();
    }

    private List<SettlementLine> lines(LocalDate day, String merchant) {
        return book.listDecidedOn(day, merchant).stream()
                .map(transaction -> SettlementLine.of(manner, feeBasisPoints, transaction))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Difference place(Difference difference, List<String> free) {
        if (difference.reference() != null) {
            return difference;
        }
        if (difference.what() == Difference.What.FOREIGN) {
            return difference.at(UUID.randomUUID().toString());
        }
        if (free.isEmpty()) {
            throw Problem.refusal(409, "that day has no line left to plant a difference into");
        }
        return difference.at(free.removeFirst());
    }

    private static void apply(Difference difference, List<SettlementLine> lines, LocalDate day) {
        String reference = Objects.requireNonNull(difference.reference());
        Optional<Long> amount = Optional.ofNullable(difference.amount());
        switch (difference.what()) {
            case MISSING -> lines.removeIf(line -> line.reference().equals(reference));
            case FOREIGN -> lines.add(foreign(reference, amount.orElse(FOREIGN_AMOUNT), day));
            case AMOUNT ->
                lines.replaceAll(line -> line.reference().equals(reference)
                        ? line.withAmount(amount.orElse(line.amount() + MORE))
                        : line);
            case STATUS -> lines.replaceAll(line -> line.reference().equals(reference) ? line.withOtherStatus() : line);
        }
    }

    private static SettlementLine foreign(String reference, long amount, LocalDate day) {
        return new SettlementLine(
                reference,
                "F" + Integer.toUnsignedString(reference.hashCode()),
                Kind.COLLECTION,
                amount,
                0,
                true,
                day.atTime(12, 0).atZone(Book.KIGALI).toInstant());
    }
}
