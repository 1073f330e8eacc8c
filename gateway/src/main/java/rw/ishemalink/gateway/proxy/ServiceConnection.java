package rw.ishemalink.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import rw.ishemalink.gateway.answer.Answers;
import rw.ishemalink.gateway.answer.Refusal;
import rw.ishemalink.gateway.route.GatewayConfig;
import rw.ishemalink.gateway.route.Route;
import rw.ishemalink.kit.problem.Problem;

/** The way to one service: its own connections, its requests bounded in number and in time. */
final class ServiceConnection implements ProxyInterceptor {

    /** Where the door shows each service's contract, for the one documentation page. */
    static final String CONTRACTS = "/openapi/";

    /** Only the door says these; what a client claims is dropped. */
    private static final Set<String> NOT_FROM_OUTSIDE =
            Set.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP");

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;

    /** One for each core of a small machine; each carries many requests. */
    private static final int CONNECTIONS = 2;

    private static final String CORRELATION = "X-Correlation-Id";

    private final HttpProxy proxy;
    private final SocketPass sockets;
    private final Answers answers;
    private final OpenStreams open;
    private final Route.Bounds bounds;
    private final long answerTimeoutMillis;

    ServiceConnection(Vertx vertx, Answers answers, OpenStreams open, Route route, GatewayConfig config) {
        this.answers = answers;
        this.open = open;
        this.bounds = route.bounds();
        this.answerTimeoutMillis = bounds.answerTimeout().toMillis();
        this.sockets = new SocketPass(vertx, answers, open, route, config);
        RequestOptions service = new RequestOptions()
                .setHost(route.origin().getHost())
                .setPort(route.origin().getPort());
        // A request that was given up gives its connection, or its place in the queue, back a moment later.
        RequestOptions bounded = new RequestOptions(service)
                .setConnectTimeout(answerTimeoutMillis + 1_000)
                .setIdleTimeout(answerTimeoutMillis + 1_000);
        HttpClient requests = requests(vertx, config);
        HttpClient streams = streams(vertx, config);
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), requests)
                .origin(context -> isEventStream(context.request().proxiedRequest())
                        ? streams.request(service)
                        : requests.request(bounded))
                .addInterceptor(this);
    }

    /**
     * Over HTTP/2, where giving a request up ends its stream and nothing else. Over HTTP/1.1 it would now and then close a
     * connection that had long gone to somebody else's request (eclipse-vertx/vert.x#6294).
     */
    private static HttpClient requests(Vertx vertx, GatewayConfig config) {
        int streams = Math.ceilDiv(config.requestsPerService(), CONNECTIONS);
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MultiplexingLimit(streams)
                // Room for all streams: one client that reads slowly holds up nobody else.
                .setHttp2ConnectionWindowSize((streams + 1) * Http2Settings.DEFAULT_INITIAL_WINDOW_SIZE);
        // The queue's limit of HttpClientOptions would not count beside pool options.
        return vertx.createHttpClient(
                options,
                new PoolOptions().setHttp2MaxSize(CONNECTIONS).setMaxWaitQueueSize(config.waitingPerService()));
    }

    /** An event stream lasts, so it has a connection of its own and takes nobody's turn. */
    private static HttpClient streams(Vertx vertx, GatewayConfig config) {
        return vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MILLIS),
                new PoolOptions()
                        .setHttp1MaxSize(config.socketsPerService())
                        .setMaxWaitQueueSize(config.waitingPerService()));
    }

    private static boolean isEventStream(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    void handle(Visit visit) {
        HttpServerRequest request = visit.request();
        sayWhereItComesFrom(visit);
        if (SocketPass.isWebSocket(request)) {
            sockets.handle(visit);
            return;
        }
        if (isEventStream(request)) {
            endWithItsLogin(visit);
        }
        proxy.handle(request);
    }

    private static void sayWhereItComesFrom(Visit visit) {
        HttpServerRequest request = visit.request();
        NOT_FROM_OUTSIDE.forEach(request.headers()::remove);
        request.headers().set("X-Forwarded-For", visit.address());
        request.headers().set(CORRELATION, request.response().headers().get(CORRELATION));
    }

    private void endWithItsLogin(Visit visit) {
        HttpServerRequest request = visit.request();
        visit.principal().ifPresent(caller -> {
            OpenStreams.Stream stream = open.add(caller, () -> {
                if (!request.response().reset()) {
                    request.connection().close();
                }
            });
            visit.context().addEndHandler(_ -> open.remove(stream));
        });
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        if (request.getURI().startsWith(CONTRACTS)) {
            request.setURI("/q/openapi?format=json");
        }
        return withinTime(whole(request).compose(_ -> context.sendRequest())).recover(e -> {
            request.release();
            return Future.succeededFuture(refuse(request, refusalFor(e)));
        });
    }

    /** The door has said these already, and the same. */
    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        context.response().headers().remove(CORRELATION);
        return context.sendResponse();
    }

    private Future<Void> whole(ProxyRequest request) {
        if (!UnannouncedBody.isIn(request.proxiedRequest())) {
            return Future.succeededFuture();
        }
        return UnannouncedBody.read(request.getBody().stream(), bounds.maxBodyBytes())
                .map(body -> {
                    request.setBody(Body.body(body));
                    return null;
                });
    }

    private Future<ProxyResponse> withinTime(Future<ProxyResponse> answer) {
        return answer.timeout(answerTimeoutMillis, java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    private static Refusal refusalFor(Throwable e) {
        return switch (e) {
            case ConnectionPoolTooBusyException busy -> Refusal.TOO_BUSY;
            case BodyTooLargeException large -> Refusal.BODY_TOO_LARGE;
            case TimeoutException late -> Refusal.NO_ANSWER_IN_TIME;
            default -> Refusal.SERVICE_AWAY;
        };
    }

    private ProxyResponse refuse(ProxyRequest request, Refusal refusal) {
        String language = request.proxiedRequest().getHeader("Accept-Language");
        ProxyResponse response = request.response()
                .setStatusCode(refusal.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .setBody(Body.body(answers.body(refusal, language)));
        return refusal.status() < 500 ? response : response.putHeader("Retry-After", "5");
    }
}
