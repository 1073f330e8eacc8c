#!/usr/bin/env bash
# Makes the secrets that an External Secrets operator brings elsewhere: random ones, for a cluster on a laptop only.
set -euo pipefail

namespace=ishemalink
kubectl create namespace "$namespace" --dry-run=client -o yaml | kubectl apply -f -

random() { head -c 32 /dev/urandom | base64 -w 0; }

# secret NAME KEY=VALUE...: made once; what is there stays, for columns are sealed with it.
secret() {
  local name="$1"
  shift
  kubectl -n "$namespace" get secret "$name" >/dev/null 2>&1 && return
  local literals=()
  for pair in "$@"; do literals+=("--from-literal=$pair"); done
  kubectl -n "$namespace" create secret generic "$name" "${literals[@]}"
}

sealed() { echo "ISHEMA_CIPHER_KEYS=laptop:$(random)"; }
ussd="$(random)"

secret ishema-identity-service "$(sealed)" "ISHEMA_CIPHER_INDEX_KEY=$(random)" "ISHEMA_IDENTITY_MASTER_KEY=$(random)" \
  ISHEMA_ADMIN_PHONE=+250788000001 ISHEMA_SECOND_ADMIN_PHONE=+250788000002 "ISHEMA_USSD_CLIENT_SECRET=$ussd"
secret ishema-booking-service "$(sealed)" "ISHEMA_CIPHER_INDEX_KEY=$(random)" "ISHEMA_BOOKING_DELIVERY_CODE_KEY=$(random)"
# What the simulators of MTN, Airtel, RURA and SMS expect: payment-service/src/main/resources/application.properties.
secret ishema-payment-service "$(sealed)" "ISHEMA_CIPHER_INDEX_KEY=$(random)" \
  ISHEMA_PAYMENT_MTN_API_USER=7d0f4a3e-5b1c-4e2a-9a52-2f6f1c0b7e11 ISHEMA_PAYMENT_MTN_API_KEY=local-mtn-api-key \
  ISHEMA_PAYMENT_MTN_COLLECTION_SUBSCRIPTION_KEY=local-mtn-subscription-key \
  ISHEMA_PAYMENT_MTN_DISBURSEMENT_SUBSCRIPTION_KEY=local-mtn-subscription-key \
  ISHEMA_PAYMENT_AIRTEL_CLIENT_ID=local-airtel-client ISHEMA_PAYMENT_AIRTEL_CLIENT_SECRET=local-airtel-client-secret \
  ISHEMA_PAYMENT_AIRTEL_DISBURSEMENT_PIN=1234 ISHEMA_PAYMENT_AIRTEL_CALLBACK_KEY=local-airtel-callback-key
secret ishema-compliance-service "$(sealed)" "ISHEMA_CIPHER_INDEX_KEY=$(random)" "ISHEMA_LOCAL_SIGNATURE_KEY=$(random)" \
  ISHEMA_RURA_API_KEY=local-rura-api-key
secret ishema-tracking-service "$(sealed)" "ISHEMA_CIPHER_INDEX_KEY=$(random)"
secret ishema-notification-service "$(sealed)" "ISHEMA_CIPHER_INDEX_KEY=$(random)" "ISHEMA_USSD_CLIENT_SECRET=$ussd" \
  ISHEMA_SMS_API_KEY=local-sms-api-key ISHEMA_SMS_CALLBACK_SECRET=local-sms-callbacks ISHEMA_SMTP_PASSWORD=
secret ishema-analytics-streams "ISHEMA_ANALYTICS_INSTANCE_KEY=$(random)" "ISHEMA_ANALYTICS_CUSTOMER_KEY=$(random)"
