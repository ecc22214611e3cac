import aclArgumentOfSubcommand from './acl-argument-of-subcommand.js';
import aclDatabaseOutOfRange from './acl-database-out-of-range.js';
import aclPatternAfterAll from './acl-pattern-after-all.js';
import aclSubcommandOfAllowedCommand from './acl-subcommand-of-allowed-command.js';
import allChannelsGranted from './all-channels-granted.js';
import allKeysGranted from './all-keys-granted.js';
import allowanceWithoutEffect from './allowance-without-effect.js';
import allowanceWithoutReason from './allowance-without-reason.js';
import auditLogDisabled from './audit-log-disabled.js';
import byteOrderMark from './byte-order-mark.js';
import certificateUsersUnprotected from './certificate-users-unprotected.js';
import clearTextAclPassword from './clear-text-acl-password.js';
import clientCertificateOptional from './client-certificate-optional.js';
import clusterBusPortOutOfRange from './cluster-bus-port-out-of-range.js';
import clusterWithReplicaof from './cluster-with-replicaof.js';
import commandsGrantedByExclusion from './commands-granted-by-exclusion.js';
import commentAsValue from './comment-as-value.js';
import commentInAclFile from './comment-in-acl-file.js';
import configGetShowsSecrets from './config-get-shows-secrets.js';
import dangerousCommandsReachable from './dangerous-commands-reachable.js';
import debugOrModuleCommandsEnabled from './debug-or-module-commands-enabled.js';
import decimalSizeUnit from './decimal-size-unit.js';
import defaultOffDropsTransactions from './default-off-drops-transactions.js';
import defaultOffKeepsNopass from './default-off-keeps-nopass.js';
import defaultUserOpen from './default-user-open.js';
import type { Rule } from './define.js';
import defragmentationNeedsBundledAllocator from './defragmentation-needs-bundled-allocator.js';
import digestAsPassword from './digest-as-password.js';
import directiveWithoutEffect from './directive-without-effect.js';
import dormantUser from './dormant-user.js';
import duplicateSentinelMaster from './duplicate-sentinel-master.js';
import duplicateUser from './duplicate-user.js';
import emptyAclPattern from './empty-acl-pattern.js';
import evictionLosesData from './eviction-loses-data.js';
import flushallIgnoresKeyPatterns from './flushall-ignores-key-patterns.js';
import functionsRewrittenByWeakerUser from './functions-rewritten-by-weaker-user.js';
import idleConnectionsKept from './idle-connections-kept.js';
import ignoredSavePoints from './ignored-save-points.js';
import includeLoop from './include-loop.js';
import includeWithoutMatch from './include-without-match.js';
import invalidAclRule from './invalid-acl-rule.js';
import invalidAclUserName from './invalid-acl-user-name.js';
import invalidBindAddress from './invalid-bind-address.js';
import invalidLocale from './invalid-locale.js';
import invalidSentinelLine from './invalid-sentinel-line.js';
import invalidSentinelValue from './invalid-sentinel-value.js';
import invalidTlsProtocols from './invalid-tls-protocols.js';
import invalidValue from './invalid-value.js';
import keyNamesVisible from './key-names-visible.js';
import knownVulnerableRelease from './known-vulnerable-release.js';
import laterGrantUndoesDenial from './later-grant-undoes-denial.js';
import listeningOnAllInterfaces from './listening-on-all-interfaces.js';
import logDiscarded from './log-discarded.js';
import logShowsData from './log-shows-data.js';
import luaDeniedByHalves from './lua-denied-by-halves.js';
import luaLeftAllowed from './lua-left-allowed.js';
import malformedAclLine from './malformed-acl-line.js';
import malformedPasswordHash from './malformed-password-hash.js';
import memoryUnlimited from './memory-unlimited.js';
import misreadValue from './misread-value.js';
import missingAclFile from './missing-acl-file.js';
import missingInclude from './missing-include.js';
import missingTlsCertificate from './missing-tls-certificate.js';
import monitoringUserMayDoMore from './monitoring-user-may-do-more.js';
import monitoringUserSeesNothing from './monitoring-user-sees-nothing.js';
import nothingToListenOn from './nothing-to-listen-on.js';
import nulByte from './nul-byte.js';
import oldDirectiveName from './old-directive-name.js';
import onePasswordForEverything from './one-password-for-everything.js';
import overlappingKeyPatterns from './overlapping-key-patterns.js';
import overriddenLine from './overridden-line.js';
import persistenceMissing from './persistence-missing.js';
import plaintextClusterBus from './plaintext-cluster-bus.js';
import plaintextPortBesideTls from './plaintext-port-beside-tls.js';
import plaintextReplication from './plaintext-replication.js';
import plantedModuleOrPrimary from './planted-module-or-primary.js';
import portUsedTwice from './port-used-twice.js';
import protectedModeIgnored from './protected-mode-ignored.js';
import protectedModeOff from './protected-mode-off.js';
import protectedSettingsChangeable from './protected-settings-changeable.js';
import publicCaTrusted from './public-ca-trusted.js';
import quotesInsideWord from './quotes-inside-word.js';
import readOnlyUserMayWrite from './read-only-user-may-write.js';
import readableByOthers from './readable-by-others.js';
import relativePath from './relative-path.js';
import removalOfAbsentPassword from './removal-of-absent-password.js';
import renameBreaksFailover from './rename-breaks-failover.js';
import renameBreaksPersistence from './rename-breaks-persistence.js';
import renameCommandAsAccessControl from './rename-command-as-access-control.js';
import renameOfUnknownCommand from './rename-of-unknown-command.js';
import renameToExistingCommand from './rename-to-existing-command.js';
import replacedUser from './replaced-user.js';
import replicationUserLacksRights from './replication-user-lacks-rights.js';
import replicationUserMayDoMore from './replication-user-may-do-more.js';
import replicationWithoutLogin from './replication-without-login.js';
import requirepassIgnored from './requirepass-ignored.js';
import rewriteWeakensSetting from './rewrite-weakens-setting.js';
import secretInClear from './secret-in-clear.js';
import selectorGrantsWhatIsDenied from './selector-grants-what-is-denied.js';
import sentinelLineInServerFile from './sentinel-line-in-server-file.js';
import sentinelScriptsChangeable from './sentinel-scripts-changeable.js';
import sentinelUserLacksRights from './sentinel-user-lacks-rights.js';
import sentinelUserMayDoMore from './sentinel-user-may-do-more.js';
import sentinelWithoutLogin from './sentinel-without-login.js';
import sharedPassword from './shared-password.js';
import sizeWithoutUnit from './size-without-unit.js';
import sortIgnoresKeyPatterns from './sort-ignores-key-patterns.js';
import suspiciousWritePath from './suspicious-write-path.js';
import tlsNotEnabled from './tls-not-enabled.js';
import tlsSettingsWithoutTls from './tls-settings-without-tls.js';
import trailingComment from './trailing-comment.js';
import twoSourcesOfUsers from './two-sources-of-users.js';
import unbalancedQuotes from './unbalanced-quotes.js';
import unclaimedModuleSetting from './unclaimed-module-setting.js';
import unclosedSelector from './unclosed-selector.js';
import unexpandedVariable from './unexpanded-variable.js';
import unfilledTemplate from './unfilled-template.js';
import unfitCertificate from './unfit-certificate.js';
import unknownAclCommand from './unknown-acl-command.js';
import unknownDirective from './unknown-directive.js';
import unknownSentinelMaster from './unknown-sentinel-master.js';
import unlimitedClientBuffers from './unlimited-client-buffers.js';
import unlimitedScripts from './unlimited-scripts.js';
import unreadFile from './unread-file.js';
import unrestrictedUser from './unrestricted-user.js';
import untrustedPayloadsAccepted from './untrusted-payloads-accepted.js';
import userMayCopyEverything from './user-may-copy-everything.js';
import userMayMakeItselfSuperuser from './user-may-make-itself-superuser.js';
import userMayRedirectReplication from './user-may-redirect-replication.js';
import userNeverTurnedOn from './user-never-turned-on.js';
import userWithoutPassword from './user-without-password.js';
import vulnerableLuaReachable from './vulnerable-lua-reachable.js';
import vulnerableTlsReachable from './vulnerable-tls-reachable.js';
import weakPassword from './weak-password.js';
import weakTlsCipher from './weak-tls-cipher.js';
import weakTlsProtocol from './weak-tls-protocol.js';
import worldWritableSocket from './world-writable-socket.js';
import writableReplica from './writable-replica.js';
import wrongArgumentCount from './wrong-argument-count.js';

/** All rules, by id. A new rule is a file beside the others and a line here. */
export const RULES: readonly Rule[] = [
  aclArgumentOfSubcommand,
  aclDatabaseOutOfRange,
  aclPatternAfterAll,
  aclSubcommandOfAllowedCommand,
  allChannelsGranted,
  allKeysGranted,
  allowanceWithoutEffect,
  allowanceWithoutReason,
  auditLogDisabled,
  byteOrderMark,
  certificateUsersUnprotected,
  clearTextAclPassword,
  clientCertificateOptional,
  clusterBusPortOutOfRange,
  clusterWithReplicaof,
  commandsGrantedByExclusion,
  commentAsValue,
  commentInAclFile,
  configGetShowsSecrets,
  dangerousCommandsReachable,
  debugOrModuleCommandsEnabled,
  decimalSizeUnit,
  defaultOffDropsTransactions,
  defaultOffKeepsNopass,
  defaultUserOpen,
  defragmentationNeedsBundledAllocator,
  digestAsPassword,
  directiveWithoutEffect,
  dormantUser,
  duplicateSentinelMaster,
  duplicateUser,
  emptyAclPattern,
  evictionLosesData,
  flushallIgnoresKeyPatterns,
  functionsRewrittenByWeakerUser,
  idleConnectionsKept,
  ignoredSavePoints,
  includeLoop,
  includeWithoutMatch,
  invalidAclRule,
  invalidAclUserName,
  invalidBindAddress,
  invalidLocale,
  invalidSentinelLine,
  invalidSentinelValue,
  invalidTlsProtocols,
  invalidValue,
  keyNamesVisible,
  knownVulnerableRelease,
  laterGrantUndoesDenial,
  listeningOnAllInterfaces,
  logDiscarded,
  logShowsData,
  luaDeniedByHalves,
  luaLeftAllowed,
  malformedAclLine,
  malformedPasswordHash,
  memoryUnlimited,
  misreadValue,
  missingAclFile,
  missingInclude,
  missingTlsCertificate,
  monitoringUserMayDoMore,
  monitoringUserSeesNothing,
  nothingToListenOn,
  nulByte,
  oldDirectiveName,
  onePasswordForEverything,
  overlappingKeyPatterns,
  overriddenLine,
  persistenceMissing,
  plaintextClusterBus,
  plaintextPortBesideTls,
  plaintextReplication,
  plantedModuleOrPrimary,
  portUsedTwice,
  protectedModeIgnored,
  protectedModeOff,
  protectedSettingsChangeable,
  publicCaTrusted,
  quotesInsideWord,
  readOnlyUserMayWrite,
  readableByOthers,
  relativePath,
  removalOfAbsentPassword,
  renameBreaksFailover,
  renameBreaksPersistence,
  renameCommandAsAccessControl,
  renameOfUnknownCommand,
  renameToExistingCommand,
  replacedUser,
  replicationUserLacksRights,
  replicationUserMayDoMore,
  replicationWithoutLogin,
  requirepassIgnored,
  rewriteWeakensSetting,
  secretInClear,
  selectorGrantsWhatIsDenied,
  sentinelLineInServerFile,
  sentinelScriptsChangeable,
  sentinelUserLacksRights,
  sentinelUserMayDoMore,
  sentinelWithoutLogin,
  sharedPassword,
  sizeWithoutUnit,
  sortIgnoresKeyPatterns,
  suspiciousWritePath,
  tlsNotEnabled,
  tlsSettingsWithoutTls,
  trailingComment,
  twoSourcesOfUsers,
  unbalancedQuotes,
  unclaimedModuleSetting,
  unclosedSelector,
  unexpandedVariable,
  unfilledTemplate,
  unfitCertificate,
  unknownAclCommand,
  unknownDirective,
  unknownSentinelMaster,
  unlimitedClientBuffers,
  unlimitedScripts,
  unreadFile,
  unrestrictedUser,
  untrustedPayloadsAccepted,
  userMayCopyEverything,
  userMayMakeItselfSuperuser,
  userMayRedirectReplication,
  userNeverTurnedOn,
  userWithoutPassword,
  vulnerableLuaReachable,
  vulnerableTlsReachable,
  weakPassword,
  weakTlsCipher,
  weakTlsProtocol,
  worldWritableSocket,
  writableReplica,
  wrongArgumentCount,
];
