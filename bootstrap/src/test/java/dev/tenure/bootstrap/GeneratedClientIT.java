package dev.tenure.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import generated.tenure.ApiClient;
import generated.tenure.ApiException;
import generated.tenure.ApiResponse;
import generated.tenure.api.OrdersApi;
import generated.tenure.api.ProductsApi;
import generated.tenure.api.SubscriptionsApi;
import generated.tenure.model.Address;
import generated.tenure.model.CancelOrder;
import generated.tenure.model.CreateOrder;
import generated.tenure.model.CreateSubscription;
import generated.tenure.model.CustomerType;
import generated.tenure.model.ErrorAnswer;
import generated.tenure.model.ErrorBody;
import generated.tenure.model.ErrorDetail;
import generated.tenure.model.NewOrderCustomer;
import generated.tenure.model.NewOrderItem;
import generated.tenure.model.Order;
import generated.tenure.model.OrderChanged;
import generated.tenure.model.OrderItem;
import generated.tenure.model.OrderList;
import generated.tenure.model.OrderStatus;
import generated.tenure.model.RentalStatus;
import generated.tenure.model.Subscription;
import generated.tenure.model.SubscriptionCreated;
import generated.tenure.model.SubscriptionStatus;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that was generated from the OpenAPI document, untouched, works with the shipped jar. */
class GeneratedClientIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TENANT = "acme";

    @TempDir
    static Path dataDirectory;

    private static TenureProcess server;
    private static ApiClient client;

    @BeforeAll
    static void start_the_server_and_load_the_catalog_with_the_client() throws Exception {
        server = TenureProcess.start(dataDirectory, "serve", "--port", "0");
        URI address = server.awaitAddress();
        TenureProcess.result(dataDirectory, "tenant", "create", TENANT, "--currency", "EUR");
        JsonNode key = JSON.readTree(
                TenureProcess.result(dataDirectory, "api-key", "create", "--tenant", TENANT, "--output", "json"));
        client = new ApiClient();
        client.updateBaseUri(address.toString());
        client.setRequestInterceptor(request ->
                request.header("Authorization", "Bearer " + key.get("key").asText()));

        var imported = new ProductsApi(client)
                .importProducts(ProductsApi.APIImportProductsRequest.newBuilder()
                        .tenantID(TENANT)
                        .body(Samples.CATALOG)
                        .build());
        assertThat(imported.getCreated()).isEqualTo(2);
        assertThat(imported.getErrors()).isEmpty();
    }

    @AfterAll
    static void stop_the_server() {
        server.close();
    }

    @Test
    void an_order_goes_through_its_whole_life() throws ApiException {
        OrdersApi orders = new OrdersApi(client);

        OrderChanged placed = orders.createOrder(OrdersApi.APICreateOrderRequest.newBuilder()
                .tenantID(TENANT)
                .createOrder(businessOrder("life@example.com"))
                .build());
        String id = placed.getOrderId();
        assertThat(placed.getOrder().getStatus()).isEqualTo(OrderStatus.PENDING);
        assertThat(placed.getOrder().getTotals().getTotal()).isEqualTo(new BigDecimal("237.00"));

        ApiResponse<Order> read = orders.getOrderWithHttpInfo(OrdersApi.APIGetOrderRequest.newBuilder()
                .tenantID(TENANT)
                .orderId(id)
                .build());
        assertThat(read.getData()).isEqualTo(placed.getOrder());
        assertThat(read.getData().getCustomFields()).isEqualTo(Map.of("purchaseOrderNumber", "PO-2025-001234"));
        assertThat(read.getData().getItems())
                .extracting(OrderItem::getContractLength)
                .containsExactly(new BigDecimal("24"), new BigDecimal("12"));
        assertThat(read.getHeaders()).containsEntry("etag", List.of("\"1\""));

        OrderList listed = orders.listOrders(OrdersApi.APIListOrdersRequest.newBuilder()
                .tenantID(TENANT)
                .status(List.of(OrderStatus.PENDING, OrderStatus.CONFIRMED))
                .customerId(placed.getOrder().getCustomer().getCustomerId())
                .sortBy("totals.total")
                .limit("10")
                .build());
        assertThat(listed.getOrders()).containsExactly(placed.getOrder());
        assertThat(listed.getHasMore()).isFalse();
        assertThat(listed.getNextCursor()).isNull();

        OrderChanged confirmed = orders.confirmOrder(OrdersApi.APIConfirmOrderRequest.newBuilder()
                .tenantID(TENANT)
                .orderId(id)
                .build());
        assertThat(confirmed.getOrder().getStatus()).isEqualTo(OrderStatus.CONFIRMED);

        SubscriptionsApi subscriptions = new SubscriptionsApi(client);
        for (int unit = 1; unit <= 3; unit++) {
            SubscriptionCreated created =
                    subscriptions.createSubscription(SubscriptionsApi.APICreateSubscriptionRequest.newBuilder()
                            .tenantID(TENANT)
                            .createSubscription(new CreateSubscription()
                                    .orderId(id)
                                    .itemIndex(unit <= 2 ? 0 : 1)
                                    .assetSerialNumber("LIFE-" + unit)
                                    .startDate("2026-02-01"))
                            .build());
            Subscription rental = created.getRental();
            assertThat(rental.getStatus()).isEqualTo(SubscriptionStatus.ACTIVE);
            assertThat(rental.getEndDate()).hasToString(unit <= 2 ? "2028-01-31" : "2027-01-31");
            assertThat(orderOf(orders, id).getStatus())
                    .isEqualTo(unit < 3 ? OrderStatus.PARTIAL : OrderStatus.FULFILLED);
        }
        assertThat(orderOf(orders, id).getRentalIds()).hasSize(3);
        assertThat(orderOf(orders, id).getItems())
                .extracting(OrderItem::getRentalStatus)
                .containsOnly(RentalStatus.COMPLETED);

        ErrorBody refused = refusal(
                () -> orders.cancelOrder(OrdersApi.APICancelOrderRequest.newBuilder()
                        .tenantID(TENANT)
                        .orderId(id)
                        .cancelOrder(new CancelOrder().reason("too late"))
                        .xRequestId("life-1")
                        .build()),
                409);
        assertThat(refused.getCode()).isEqualTo("ORDER_NOT_CANCELLABLE");
        assertThat(refused.getRequestId()).isEqualTo("life-1");
    }

    @Test
    void every_broken_field_comes_back_typed() {
        CreateOrder broken = businessOrder("nobody");
        broken.getItems().get(0).setQuantity(0);

        ErrorBody refused = refusal(
                () -> new OrdersApi(client)
                        .createOrder(OrdersApi.APICreateOrderRequest.newBuilder()
                                .tenantID(TENANT)
                                .createOrder(broken)
                                .build()),
                400);

        assertThat(refused.getCode()).isEqualTo("VALIDATION_ERROR");
        assertThat(refused.getDetails())
                .extracting(ErrorDetail::getPath, ErrorDetail::getCode)
                .containsExactlyInAnyOrder(
                        tuple("customer.email", "invalid_string"), tuple("items[0].quantity", "too_small"));
    }

    private static Order orderOf(OrdersApi orders, String id) throws ApiException {
        return orders.getOrder(OrdersApi.APIGetOrderRequest.newBuilder()
                .tenantID(TENANT)
                .orderId(id)
                .build());
    }

    private static CreateOrder businessOrder(String email) {
        return new CreateOrder()
                .customer(new NewOrderCustomer()
                        .email(email)
                        .firstName("Sarah")
                        .lastName("Johnson")
                        .company("Acme Corporation")
                        .customerType(CustomerType.BUSINESS))
                .billingAddress(new Address()
                        .contactName("Finance Department")
                        .streetAddress("456 Business Park")
                        .city("Rotterdam")
                        .postalCode("3011 AA")
                        .country("Netherlands"))
                .addItemsItem(
                        new NewOrderItem().sku("MACBOOK-PRO-16-M3").quantity(2).contractLength(new BigDecimal(24)))
                .addItemsItem(new NewOrderItem().sku("IPAD-PRO-12-M2").quantity(1))
                .customFields(Map.of("purchaseOrderNumber", "PO-2025-001234"))
                .notes("Ring twice");
    }

    // The client says that it takes application/problem+json as gladly, for the document has that too: JSON wins the
    // tie.
    private static ErrorBody refusal(Call call, int status) {
        ApiException refused = catchThrowableOfType(ApiException.class, call::call);
        assertThat(refused.getCode()).as(refused.getMessage()).isEqualTo(status);
        assertThat(refused.getResponseHeaders().firstValue("Content-Type")).contains("application/json");
        try {
            return client.getObjectMapper()
                    .readValue(refused.getResponseBody(), ErrorAnswer.class)
                    .getError();
        } catch (JsonProcessingException notAsDocumented) {
            throw new AssertionError(notAsDocumented);
        }
    }

    private interface Call {

        void call() throws ApiException;
    }
}
