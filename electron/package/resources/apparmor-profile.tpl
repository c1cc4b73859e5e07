# Ubuntu 24.04 and later keep user namespaces, which the sandbox of the page needs, from programs without a profile.
abi <abi/4.0>,
include <tunables/global>

profile "${executable}" "/opt/${sanitizedProductName}/${executable}" flags=(unconfined) {
  userns,

  include if exists <local/${executable}>
}
