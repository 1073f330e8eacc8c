package rw.ishemalink.local.load;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.local.load.HttpLoad.Answer;

/**
 * Phones that speak HTTP/1.1 over lines of their own, one request at a time on each: ready bytes out, a status in, all on
 * one event loop, so that what is measured is the service. What gets no answer, 429 or 5xx is sent again until it is
 * taken, as a phone does.
 */
final class PhoneLines implements AutoCloseable {

    private static final long PAUSE_MILLIS = 200;
    private static final int TOO_MANY_REQUESTS = 429;

    /** What the service says in Retry-After when there is too much. */
    private static final long LATER_MILLIS = 1_000;

    private static final long TICK_MILLIS = 1;
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final Duration TO_END = Duration.ofMinutes(5);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final NetClient net = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
    private final URI service;

    PhoneLines(URI service) {
        this.service = service;
    }

    /** Sends as fast as that many lines can, until the time is over or there is no more. */
    LoadResult run(int lines, Duration time, PhoneWork work) {
        return run(lines, new Pace(Double.POSITIVE_INFINITY), time, work);
    }

    /** Sends so many requests a second, whether the service keeps up or not; its time counts from when a request was due. */
    LoadResult pace(int lines, double perSecond, Duration time, PhoneWork work) {
        return run(lines, new Pace(perSecond), time, work);
    }

    private LoadResult run(int lines, Pace pace, Duration time, PhoneWork work) {
        Run run = new Run(pace, time, work);
        vertx.runOnContext(_ -> run.connect(lines));
        run.over.future().toCompletionStage().toCompletableFuture().join();
        return new LoadResult(lines, Duration.ofNanos(run.taken), run.statuses, run.micros);
    }

    /** When the requests are due, from the moment at which all lines are open. */
    private static final class Pace {

        private final double perSecond;
        private long beginNanos;
        private long beginMillis;
        private long begun;

        Pace(double perSecond) {
            this.perSecond = perSecond;
        }

        void begin() {
            beginNanos = System.nanoTime();
            beginMillis = System.currentTimeMillis();
        }

        private long dueNanos(long now) {
            return Double.isInfinite(perSecond) ? now : beginNanos + (long) (begun * 1e9 / perSecond);
        }

        boolean isDue(long now) {
            return dueNanos(now) <= now;
        }

        /** When the next one was due; counts it. */
        long next(long now) {
            long due = dueNanos(now);
            begun++;
            return due;
        }

        long millis(long nanos) {
            return beginMillis + TimeUnit.NANOSECONDS.toMillis(nanos - beginNanos);
        }
    }

    /** A request under way, and since when. */
    private record Sent(PhoneRequest request, long dueNanos) {}

    /** One run; everything in it happens on the one event loop. */
    private final class Run {

        private final Promise<Void> over = Promise.promise();
        private final Map<Integer, Long> statuses = new HashMap<>();
        private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
        private final Pace pace;
        private final PhoneWork work;
        private final Duration time;
        private final List<Line> lines = new ArrayList<>();
        private final ArrayDeque<Line> idle = new ArrayDeque<>();
        private final Queue<Sent> again = new ArrayDeque<>();
        private long end = Long.MAX_VALUE;
        private long taken;
        private int unanswered;
        private boolean more = true;
        private boolean begun;

        Run(Pace pace, Duration time, PhoneWork work) {
            this.pace = pace;
            this.time = time;
            this.work = work;
        }

        void connect(int count) {
            for (int i = 0; i < count; i++) {
                lines.add(new Line(this));
            }
            lines.forEach(Line::connect);
            var unused = vertx.setPeriodic(TICK_MILLIS, timer -> {
                if (over.future().isComplete()) {
                    vertx.cancelTimer(timer);
                } else {
                    goOn();
                }
            });
        }

        void rest(Line line) {
            idle.addLast(line);
            if (!begun && idle.size() == lines.size()) {
                begun = true;
                pace.begin();
                end = System.nanoTime() + time.toNanos();
            }
            goOn();
        }

        void gone(Line line) {
            idle.remove(line);
        }

        boolean isOver() {
            return over.future().isComplete();
        }

        private void goOn() {
            if (!begun || isOver()) {
                return;
            }
            long now = System.nanoTime();
            while (!idle.isEmpty()) {
                Optional<Sent> next = findNext(now);
                if (next.isEmpty()) {
                    break;
                }
                idle.removeFirst().send(next.get());
            }
            if (unanswered == 0 && (now >= end || !more)) {
                finish(now);
            } else if (now - TO_END.toNanos() > end) {
                over.fail("requests that nobody takes: " + unanswered);
            }
        }

        private Optional<Sent> findNext(long now) {
            Sent waiting = again.poll();
            if (waiting != null) {
                work.sentAgain(waiting.request());
                return Optional.of(waiting);
            }
            if (now >= end || !more || !pace.isDue(now)) {
                return Optional.empty();
            }
            long due = pace.next(now);
            Optional<Sent> next = work.next(pace.millis(due)).map(request -> new Sent(request, due));
            more = next.isPresent();
            unanswered += more ? 1 : 0;
            return next;
        }

        void answered(Line line, Sent sent, Answer answer) {
            statuses.merge(answer.status(), 1L, Long::sum);
            boolean lost = answer.status() == 0;
            boolean tooMany = answer.status() == TOO_MANY_REQUESTS;
            if (lost || tooMany || answer.status() >= 500) {
                var unused = vertx.setTimer(tooMany ? LATER_MILLIS : PAUSE_MILLIS, _ -> {
                    again.add(sent);
                    if (!lost) {
                        rest(line);
                    }
                });
                return;
            }
            unanswered--;
            micros.recordValue(
                    Math.clamp(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - sent.dueNanos()), 0, LONGEST_MICROS));
            work.answered(sent.request(), answer);
            rest(line);
        }

        private void finish(long now) {
            taken = now - (end - time.toNanos());
            over.complete();
            lines.forEach(Line::close);
        }
    }

    /** A connection; opened again when it breaks. */
    private final class Line {

        private final Run run;
        private final AnswerReader reader = new AnswerReader();
        private @Nullable NetSocket socket;
        private @Nullable Sent underWay;

        Line(Run run) {
            this.run = run;
        }

        void connect() {
            var unused = net.connect(service.getPort(), service.getHost())
                    .onSuccess(this::opened)
                    .onFailure(_ -> later());
        }

        private void later() {
            if (!run.isOver()) {
                var unused = vertx.setTimer(PAUSE_MILLIS, _ -> connect());
            }
        }

        private void opened(NetSocket open) {
            socket = open;
            reader.reset();
            open.handler(this::heard);
            open.exceptionHandler(_ -> open.close());
            open.closeHandler(_ -> closed());
            run.rest(this);
        }

        void send(Sent sent) {
            underWay = sent;
            if (socket != null) {
                var unused = socket.write(sent.request().bytes());
            }
        }

        private void heard(Buffer bytes) {
            reader.read(bytes).ifPresent(this::answered);
        }

        private void answered(Answer answer) {
            Sent sent = underWay;
            underWay = null;
            if (sent != null) {
                run.answered(this, sent, answer);
            }
        }

        private void closed() {
            socket = null;
            run.gone(this);
            answered(new Answer(0, ""));
            later();
        }

        void close() {
            if (socket != null) {
                var unused = socket.close();
            }
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
