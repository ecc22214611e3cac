import aclArgumentOfSubcommand from './acl-argument-of-subcommand.js';
import aclDatabaseOutOfRange from './acl-database-out-of-range.js';
import aclPatternAfterAll from './acl-pattern-after-all.js';
import aclSubcommandOfAllowedCommand from './acl-subcommand-of-allowed-command.js';
import allowanceWithoutEffect from './allowance-without-effect.js';
import allowanceWithoutReason from './allowance-without-reason.js';
import auditLogDisabled from './audit-log-disabled.js';
import byteOrderMark from './byte-order-mark.js';
import clearTextAclPassword from './clear-text-acl-password.js';
import clientCertificateOptional from './client-certificate-optional.js';
import clusterBusPortOutOfRange from './cluster-bus-port-out-of-range.js';
import clusterWithReplicaof from './cluster-with-replicaof.js';
import commentAsValue from './comment-as-value.js';
import commentInAclFile from './comment-in-acl-file.js';
import dangerousCommandsReachable from './dangerous-commands-reachable.js';
import debugOrModuleCommandsEnabled from './debug-or-module-commands-enabled.js';
import decimalSizeUnit from './decimal-size-unit.js';
import defaultUserOpen from './default-user-open.js';
import type { Rule } from './define.js';
import directiveWithoutEffect from './directive-without-effect.js';
import duplicateSentinelMaster from './duplicate-sentinel-master.js';
import duplicateUser from './duplicate-user.js';
import emptyAclPattern from './empty-acl-pattern.js';
import evictionLosesData from './eviction-loses-data.js';
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
import listeningOnAllInterfaces from './listening-on-all-interfaces.js';
import logDiscarded from './log-discarded.js';
import logShowsData from './log-shows-data.js';
import malformedAclLine from './malformed-acl-line.js';
import malformedPasswordHash from './malformed-password-hash.js';
import memoryUnlimited from './memory-unlimited.js';
import misreadValue from './misread-value.js';
import missingAclFile from './missing-acl-file.js';
import missingInclude from './missing-include.js';
import missingTlsCertificate from './missing-tls-certificate.js';
import nothingToListenOn from './nothing-to-listen-on.js';
import nulByte from './nul-byte.js';
import oldDirectiveName from './old-directive-name.js';
import overriddenLine from './overridden-line.js';
import persistenceMissing from './persistence-missing.js';
import plaintextClusterBus from './plaintext-cluster-bus.js';
import plaintextPortBesideTls from './plaintext-port-beside-tls.js';
import plaintextReplication from './plaintext-replication.js';
import portUsedTwice from './port-used-twice.js';
import protectedModeIgnored from './protected-mode-ignored.js';
import protectedModeOff from './protected-mode-off.js';
import protectedSettingsChangeable from './protected-settings-changeable.js';
import publicCaTrusted from './public-ca-trusted.js';
import quotesInsideWord from './quotes-inside-word.js';
import relativePath from './relative-path.js';
import removalOfAbsentPassword from './removal-of-absent-password.js';
import renameBreaksPersistence from './rename-breaks-persistence.js';
import renameCommandAsAccessControl from './rename-command-as-access-control.js';
import renameOfUnknownCommand from './rename-of-unknown-command.js';
import renameToExistingCommand from './rename-to-existing-command.js';
import replacedUser from './replaced-user.js';
import replicationWithoutLogin from './replication-without-login.js';
import requirepassIgnored from './requirepass-ignored.js';
import secretInClear from './secret-in-clear.js';
import sentinelLineInServerFile from './sentinel-line-in-server-file.js';
import sizeWithoutUnit from './size-without-unit.js';
import suspiciousWritePath from './suspicious-write-path.js';
import tlsNotEnabled from './tls-not-enabled.js';
import tlsSettingsWithoutTls from './tls-settings-without-tls.js';
import trailingComment from './trailing-comment.js';
import twoSourcesOfUsers from './two-sources-of-users.js';
import unbalancedQuotes from './unbalanced-quotes.js';
import unclaimedModuleSetting from './unclaimed-module-setting.js';
import unclosedSelector from './unclosed-selector.js';
import unexpandedVariable from './unexpanded-variable.js';
import unknownAclCommand from './unknown-acl-command.js';
import unknownDirective from './unknown-directive.js';
import unknownSentinelMaster from './unknown-sentinel-master.js';
import unlimitedClientBuffers from './unlimited-client-buffers.js';
import unlimitedScripts from './unlimited-scripts.js';
import unreadFile from './unread-file.js';
import userNeverTurnedOn from './user-never-turned-on.js';
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
  allowanceWithoutEffect,
  allowanceWithoutReason,
  auditLogDisabled,
  byteOrderMark,
  clearTextAclPassword,
  clientCertificateOptional,
  clusterBusPortOutOfRange,
  clusterWithReplicaof,
  commentAsValue,
  commentInAclFile,
  dangerousCommandsReachable,
  debugOrModuleCommandsEnabled,
  decimalSizeUnit,
  defaultUserOpen,
  directiveWithoutEffect,
  duplicateSentinelMaster,
  duplicateUser,
  emptyAclPattern,
  evictionLosesData,
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
  listeningOnAllInterfaces,
  logDiscarded,
  logShowsData,
  malformedAclLine,
  malformedPasswordHash,
  memoryUnlimited,
  misreadValue,
  missingAclFile,
  missingInclude,
  missingTlsCertificate,
  nothingToListenOn,
  nulByte,
  oldDirectiveName,
  overriddenLine,
  persistenceMissing,
  plaintextClusterBus,
  plaintextPortBesideTls,
  plaintextReplication,
  portUsedTwice,
  protectedModeIgnored,
  protectedModeOff,
  protectedSettingsChangeable,
  publicCaTrusted,
  quotesInsideWord,
  relativePath,
  removalOfAbsentPassword,
  renameBreaksPersistence,
  renameCommandAsAccessControl,
  renameOfUnknownCommand,
  renameToExistingCommand,
  replacedUser,
  replicationWithoutLogin,
  requirepassIgnored,
  secretInClear,
  sentinelLineInServerFile,
  sizeWithoutUnit,
  suspiciousWritePath,
  tlsNotEnabled,
  tlsSettingsWithoutTls,
  trailingComment,
  twoSourcesOfUsers,
  unbalancedQuotes,
  unclaimedModuleSetting,
  unclosedSelector,
  unexpandedVariable,
  unknownAclCommand,
  unknownDirective,
  unknownSentinelMaster,
  unlimitedClientBuffers,
  unlimitedScripts,
  unreadFile,
  userNeverTurnedOn,
  weakPassword,
  weakTlsCipher,
  weakTlsProtocol,
  worldWritableSocket,
  writableReplica,
  wrongArgumentCount,
];
