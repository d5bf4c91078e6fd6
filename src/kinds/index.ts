import { columnKind } from './column/column.js'
import { constraintKind } from './constraint/constraint.js'
import { defaultKind } from './default/default.js'
import { indexKind } from './index/index-kind.js'
import { inheritanceKind } from './inheritance/inheritance.js'
import { partitionPolicyKind } from './partition-policy/partition-policy.js'
import { partitionKind } from './partition/partition.js'
import { notNullKind } from './not-null/not-null.js'
import { nullableKind } from './nullable/nullable.js'
import { functionKind } from './function/function.js'
import { procedureKind } from './procedure/procedure.js'
import { aggregateKind } from './aggregate/aggregate.js'
import { viewKind } from './view/view.js'
import { viewColumnKind } from './view-column/view-column.js'
import { materializedViewKind } from './materialized-view/materialized-view.js'
import { triggerKind } from './trigger/trigger.js'
import { ruleKind } from './rule/rule.js'
import { eventTriggerKind } from './event-trigger/event-trigger.js'
import { commentKind } from './comment/comment.js'
import { defaultPrivilegeKind } from './default-privilege/default-privilege.js'
import { grantKind } from './grant/grant.js'
import { membershipKind } from './membership/membership.js'
import { ownerKind } from './owner/owner.js'
import { policyKind } from './policy/policy.js'
import { roleKind } from './role/role.js'
import { securityLabelKind } from './security-label/security-label.js'
import { foreignDataWrapperKind } from './foreign-data-wrapper/foreign-data-wrapper.js'
import { publicationKind } from './publication/publication.js'
import { publicationSchemaKind } from './publication-schema/publication-schema.js'
import { publicationTableKind } from './publication-table/publication-table.js'
import { serverKind } from './server/server.js'
import { subscriptionKind } from './subscription/subscription.js'
import { userMappingKind } from './user-mapping/user-mapping.js'
import { languageKind } from './language/language.js'
import { castKind } from './cast/cast.js'
import { conversionKind } from './conversion/conversion.js'
import { transformKind } from './transform/transform.js'
import { operatorKind } from './operator/operator.js'
import { operatorFamilyKind } from './operator-family/operator-family.js'
import { operatorClassKind } from './operator-class/operator-class.js'
import { accessMethodKind } from './access-method/access-method.js'
import { textSearchParserKind } from './text-search-parser/text-search-parser.js'
import { textSearchTemplateKind } from './text-search-template/text-search-template.js'
import { textSearchDictionaryKind } from './text-search-dictionary/text-search-dictionary.js'
import { textSearchConfigurationKind } from './text-search-configuration/text-search-configuration.js'
import { Kinds } from './registry.js'
import { clusterKind } from './cluster/cluster.js'
import { collationKind } from './collation/collation.js'
import { compositeTypeKind } from './composite-type/composite-type.js'
import { domainConstraintKind } from './domain/constraint.js'
import { domainKind } from './domain/domain.js'
import { enumKind } from './enum/enum.js'
import { extensionKind } from './extension/extension.js'
import { rangeTypeKind } from './range-type/range-type.js'
import { replicaIdentityKind } from './replica-identity/replica-identity.js'
import { sequenceOwnerKind } from './sequence/owner.js'
import { sequenceKind } from './sequence/sequence.js'
import { statisticsKind } from './statistics/statistics.js'
import { schemaKind } from './schema/schema.js'
import { tableKind } from './table/table.js'

/** Every kind of object that Tidemark knows, in the order in which unrelated ones are created. */
export const kinds = new Kinds([
  roleKind,
  membershipKind,
  schemaKind,
  extensionKind,
  collationKind,
  enumKind,
  domainKind,
  domainConstraintKind,
  compositeTypeKind,
  rangeTypeKind,
  sequenceKind,
  foreignDataWrapperKind,
  serverKind,
  userMappingKind,
  functionKind,
  procedureKind,
  aggregateKind,
  languageKind,
  castKind,
  conversionKind,
  transformKind,
  operatorKind,
  operatorFamilyKind,
  operatorClassKind,
  accessMethodKind,
  textSearchParserKind,
  textSearchTemplateKind,
  textSearchDictionaryKind,
  textSearchConfigurationKind,
  tableKind,
  columnKind,
  defaultKind,
  notNullKind,
  nullableKind,
  constraintKind,
  indexKind,
  sequenceOwnerKind,
  statisticsKind,
  replicaIdentityKind,
  clusterKind,
  partitionKind,
  partitionPolicyKind,
  inheritanceKind,
  viewKind,
  viewColumnKind,
  materializedViewKind,
  triggerKind,
  ruleKind,
  eventTriggerKind,
  policyKind,
  publicationKind,
  publicationTableKind,
  publicationSchemaKind,
  subscriptionKind,
  commentKind,
  securityLabelKind,
  ownerKind,
  defaultPrivilegeKind,
  grantKind,
])
