package rw.ishemalink.analytics.query;

import static java.util.stream.Collectors.toMap;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.drivers.Board;
import rw.ishemalink.analytics.drivers.BoardPart;
import rw.ishemalink.analytics.drivers.BoardQuery;
import rw.ishemalink.analytics.drivers.DriversStream;

/**
 * Who leads a board of drivers, or which rank one has. Each driver is in one partition, so the best of the partitions'
 * best are the best of all, and as many come before a driver as do in all partitions together. A partition without an
 * index of the board, as a copy that follows, answers from its cells.
 */
public record RankQuestion(BoardQuery query) implements Question<BoardPart> {

    private static final String PATH = "/internal/analytics/drivers/board";
    private static final Wire<BoardPart> WIRE = Wire.json(BoardPart.class);

    public RankQuestion {
        if (!Aggregate.DRIVERS.periods().contains(query.board().period())) {
            throw new IllegalArgumentException(
                    "there is no board of " + query.board().period());
        }
    }

    @Override
    public String store() {
        return Home.DRIVER.store();
    }

    @Override
    public String countedUpTo() {
        return Home.DRIVER.countedUpTo();
    }

    @Override
    public Set<Integer> partitions() {
        return IntStream.range(0, Home.DRIVER.partitions()).boxed().collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<BoardPart> read(PartitionReader partition) {
        return List.of(partition.findIn(DriversStream.INDEX, query).orElseGet(() -> query.of(cells(partition))));
    }

    private Map<Cell, Sums> cells(PartitionReader partition) {
        Board board = query.board();
        Optional<String> tenant = board.isOfAllTenants() ? Optional.empty() : Optional.of(board.tenant());
        return CellQuestion.of(Aggregate.DRIVERS, tenant, List.of(span())).read(partition).stream()
                .collect(toMap(CellRow::cell, CellRow::sums));
    }

    private Span span() {
        Board board = query.board();
        return new Span(board.period(), board.begin(), board.begin());
    }

    @Override
    public Wire<BoardPart> wire() {
        return WIRE;
    }

    @Override
    public String path() {
        Board board = query.board();
        return PATH + "?tenant=" + encoded(board.tenant()) + "&span=" + span().text()
                + "&origin=" + encoded(board.origin())
                + (board.operator().isEmpty() ? "" : "&operator=" + encoded(board.operator()))
                + "&by=" + query.by() + "&limit=" + query.limit()
                + (query.driver() == null ? "" : "&driver=" + query.driver())
                + (query.standing() == null
                        ? ""
                        : "&standing=" + query.standing().text());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What the partitions' numbers add up to. */
    public static long sum(Answer<BoardPart> answer, ToLongFunction<BoardPart> number) {
        return answer.rows().stream().mapToLong(number).sum();
    }
}
